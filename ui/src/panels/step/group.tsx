/** Fields that belong together, under a heading that opens and closes them; what is open stays so for the next step. */
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { Button, Disclosure, DisclosurePanel, Heading } from "react-aria-components";
import { useWay } from "./aim";

interface Memory {
  isOpen(title: string): boolean | undefined;
  set(title: string, isOpen: boolean): void;
}

const Groups = createContext<Memory>({ isOpen: () => undefined, set: () => undefined });

/** Remembers which groups are open while what they are about changes. */
export function OpenGroups({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const memory: Memory = {
    isOpen: (title) => open.get(title),
    set: (title, isOpen) => setOpen(new Map(open).set(title, isOpen)),
  };
  return <Groups value={memory}>{children}</Groups>;
}

interface GroupProps {
  title: string;
  /** Before anybody opened or closed it. */
  isOpen?: boolean;
  /** The attributes in it: who wants to go to one of them opens it. */
  has?: readonly string[];
  children: ReactNode;
}

export function Group({ title, isOpen = false, has = [], children }: GroupProps) {
  const groups = useContext(Groups);
  const { wish } = useWay();
  const isWanted = wish !== undefined && has.includes(wish.attribute);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it opens once for each wish, and may be closed again
  useEffect(() => {
    if (isWanted) groups.set(title, true);
  }, [isWanted]);
  return (
    <Disclosure
      className="group"
      isExpanded={groups.isOpen(title) ?? isOpen}
      onExpandedChange={(next) => groups.set(title, next)}
    >
      <Heading level={3}>
        <Button slot="trigger" className="group-title">
          <span className="group-sign" aria-hidden="true">
            ›
          </span>
          {title}
        </Button>
      </Heading>
      <DisclosurePanel>
        <div className="group-fields">{children}</div>
      </DisclosurePanel>
    </Disclosure>
  );
}
