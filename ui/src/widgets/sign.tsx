/** Small signs: a word with a colour, a counter of voices. Never a colour alone. */
import "./sign.css";

export interface BadgeProps {
  /** What the colour says; the word says it too. */
  kind:
    | "high"
    | "medium"
    | "low"
    | "info"
    | "eliminated"
    | "reduced"
    | "changed"
    | "new"
    | "example"
    | "plain";
  children: string;
}

export function Badge({ kind, children }: BadgeProps) {
  return <span className={`badge badge-${kind}`}>{children}</span>;
}

export interface CounterProps {
  /** Square for staff, round for residents: as in the picture. */
  voice: "staff" | "resident";
  n: number;
  /** Said instead of the bare number: 「職員の声 3件」. */
  label: string;
}

export function Counter({ voice, n, label }: CounterProps) {
  return (
    <span className={`counter counter-${voice}`} title={label}>
      <span aria-hidden="true">{n}</span>
      <span className="only-read">{label}</span>
    </span>
  );
}
