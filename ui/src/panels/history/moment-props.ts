/** What the parts of the strip are given. */
import type { PanelProps } from "../../app";
import type { Chronicle, View } from "../../contract";

export interface StripProps extends PanelProps {
  view: View;
}

/** What the parts have in common. */
export interface MomentProps extends StripProps {
  chronicle: Chronicle;
  /** The moment shown, or on its way. */
  revision: number;
  go(revision: number): void;
}
