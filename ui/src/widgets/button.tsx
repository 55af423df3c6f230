/** Buttons: one filled for the thing to do, plain ones beside it, quiet ones in rows, links in text. */
import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaProps } from "react-aria-components";
import "./button.css";

export interface ButtonProps extends Omit<AriaProps, "className" | "style" | "children"> {
  /** primary: what one came for, once a screen · plain: the rest · quiet: in rows and headers · link: within text · danger: takes away */
  kind?: "primary" | "plain" | "quiet" | "link" | "danger";
  children?: ReactNode;
}

export function Button({ kind = "plain", ...rest }: ButtonProps) {
  return <AriaButton {...rest} className={`button button-${kind}`} />;
}
