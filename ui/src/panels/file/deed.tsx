/** One thing that can be done with the file, and one line about it. */
import type { ReactNode } from "react";
import { t } from "../../text";

interface DeedProps {
  /** Its line of explanation is called by it. */
  id: string;
  /** Whether it cannot be done while the file is only read. */
  isRead?: boolean;
  children: ReactNode;
}

export function Deed({ id, isRead, children }: DeedProps) {
  return (
    <li className="file-deed">
      <div className="file-do">{children}</div>
      <p className="quiet">
        {t(`ui-file-${id}-why`)} {isRead && t("ui-file-reading")}
      </p>
    </li>
  );
}
