/** Whether what was written last was read back from the disk since. */
import type { ProjectCard } from "../../contract";

export function isVerified({ saved_at: saved, verified_at: verified }: ProjectCard): boolean {
  return saved !== undefined && verified !== undefined && verified >= saved;
}
