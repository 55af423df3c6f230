/** What can be done about a problem, beyond what its hint says: pure. */
import type { Problem, ProjectCard, View } from "../../contract";

/** Their texts are called by them, behind “ui-action-”. */
export type WayOut = "copy" | "reopen" | "edit-copy" | "salvage" | "backups";

const UNWRITABLE: readonly WayOut[] = ["copy"];
/** What is shown is nowhere but here. */
const APART: readonly WayOut[] = ["edit-copy", "copy"];
const HELD: readonly WayOut[] = ["reopen", "edit-copy"];
const DAMAGED: readonly WayOut[] = ["salvage", "backups"];

const OF_PROBLEMS: Readonly<Record<string, readonly WayOut[]>> = {
  "disk-full": UNWRITABLE,
  "out-of-reach": UNWRITABLE,
  "file-gone": APART,
  "changed-elsewhere": ["edit-copy", "reopen"],
  unchecked: ["reopen"],
  "read-only": UNWRITABLE,
  unwritten: UNWRITABLE,
  held: HELD,
  damaged: DAMAGED,
  "not-a-project": DAMAGED,
  "empty-file": ["backups"],
  "nothing-to-salvage": ["backups"],
};

/** Whether `problem` is that what is shown does not get to the disk. */
export function isUnsaved({ code }: Problem): boolean {
  return code === "unreachable" || code === "changed-elsewhere" || ways(code).includes("copy");
}

function ways(code: string): readonly WayOut[] {
  return OF_PROBLEMS[code] ?? [];
}

/** The ways out of `problem`; without an open project there is nothing to copy or to open again. */
export function waysOut(problem: Problem, view: View | undefined): readonly WayOut[] {
  return ways(problem.code).filter((way) => {
    if (way === "backups") return true;
    if (way === "salvage") return damagedFile(problem, view) !== undefined;
    return view !== undefined;
  });
}

/** The file that is damaged: the one that the problem names, else the one that is open. */
export function damagedFile(problem: Problem | undefined, view: View | undefined) {
  return problem?.at.file ?? view?.project.path;
}

/** The ways out of having to read only. The past has its own. */
export function waysToWrite(reading: ProjectCard["reading"]): readonly WayOut[] {
  if (reading === "held" || reading === "place") return HELD;
  return reading === "damaged" ? DAMAGED : [];
}
