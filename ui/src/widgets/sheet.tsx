/** A sheet over the window: one question at a time, closed with Esc. */
import type { ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Button } from "./button";
import "./sheet.css";

export interface SheetProps {
  title: string;
  onClose: () => void;
  /** The word on the button that closes it. */
  close: string;
  /** Beside the button that closes it. */
  actions?: ReactNode;
  isWide?: boolean;
  children: ReactNode;
}

export function Sheet({ title, onClose, close, actions, isWide, children }: SheetProps) {
  return (
    <ModalOverlay
      className="sheet-ground"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Modal className={isWide ? "sheet sheet-wide" : "sheet"}>
        <Dialog className="sheet-dialog">
          <Heading slot="title" className="sheet-title">
            {title}
          </Heading>
          <div className="sheet-content">{children}</div>
          <div className="sheet-actions">
            <Button onPress={onClose}>{close}</Button>
            {actions}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
