/** A title that opens what lies below it. */
import type { ReactNode } from "react";
import { Button, Disclosure, DisclosurePanel, Heading } from "react-aria-components";
import "./fold.css";

interface FoldProps {
  title: string;
  /** Where the title is a heading of the page. */
  level?: 2 | 3;
  /** Where somebody else says whether it is open. */
  isOpen?: boolean;
  onOpen?(isOpen: boolean): void;
  children: ReactNode;
}

export function Fold({ title, level, isOpen, onOpen, children }: FoldProps) {
  const trigger = (
    <Button slot="trigger" className="fold-title">
      <span className="fold-sign" aria-hidden="true">
        ›
      </span>
      {title}
    </Button>
  );
  return (
    <Disclosure
      className={level ? "fold fold-part" : "fold"}
      {...(isOpen === undefined ? {} : { isExpanded: isOpen })}
      {...(onOpen === undefined ? {} : { onExpandedChange: onOpen })}
    >
      {level ? <Heading level={level}>{trigger}</Heading> : trigger}
      <DisclosurePanel className="fold-panel">{children}</DisclosurePanel>
    </Disclosure>
  );
}
