/** A title that opens what lies below it. */
import type { ReactNode } from "react";
import { Button, Disclosure, DisclosurePanel, Heading } from "react-aria-components";
import "./fold.css";

interface FoldProps {
  title: string;
  /** Where the title is a heading of the page. */
  level?: 2 | 3;
  children: ReactNode;
}

export function Fold({ title, level, children }: FoldProps) {
  const trigger = (
    <Button slot="trigger" className="fold-title">
      <span className="fold-sign" aria-hidden="true">
        ›
      </span>
      {title}
    </Button>
  );
  return (
    <Disclosure className={level ? "fold fold-part" : "fold"}>
      {level ? <Heading level={level}>{trigger}</Heading> : trigger}
      <DisclosurePanel className="fold-panel">{children}</DisclosurePanel>
    </Disclosure>
  );
}
