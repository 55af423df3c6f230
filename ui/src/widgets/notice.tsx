/** What the window says by itself: a problem, a hint, an empty place, work under way. */
import type { ReactNode } from "react";
import { ProgressBar } from "react-aria-components";
import { Button } from "./button";
import "./notice.css";

export interface NoticeProps {
  /** problem: something was not done · hint: something that could be done · done: it worked */
  kind: "problem" | "hint" | "done";
  title: string;
  /** What to do. */
  children?: ReactNode;
  /** With its word, so that it can be put away. */
  close?: { word: string; onPress: () => void };
}

export function Notice({ kind, title, children, close }: NoticeProps) {
  return (
    <div className={`notice notice-${kind}`} role={kind === "problem" ? "alert" : "status"}>
      <span className="notice-sign" aria-hidden="true">
        {kind === "problem" ? "!" : kind === "done" ? "✓" : "i"}
      </span>
      <div className="notice-words">
        <p className="notice-title">{title}</p>
        {children}
      </div>
      {close && (
        <Button kind="quiet" onPress={close.onPress}>
          {close.word}
        </Button>
      )}
    </div>
  );
}

export interface EmptyProps {
  /** What belongs here. */
  title: string;
  /** How to put it there. */
  children?: ReactNode;
  action?: { word: string; onPress: () => void };
}

export function Empty({ title, children, action }: EmptyProps) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
      {action && (
        <Button kind="plain" onPress={action.onPress}>
          {action.word}
        </Button>
      )}
    </div>
  );
}

export interface ProgressProps {
  /** What is being done. */
  label: string;
  /** How far it is: 「12件」. */
  found?: string;
  /** From 0 to 1; unknown without it. */
  share?: number;
  cancel?: { word: string; onPress: () => void };
}

export function Progress({ label, found, share, cancel }: ProgressProps) {
  return (
    <div className="progress">
      <ProgressBar
        aria-label={label}
        {...(share === undefined ? { isIndeterminate: true } : { value: share * 100 })}
      >
        <div className="progress-words">
          <span>{label}</span>
          <span className="quiet">{found}</span>
        </div>
        <div className="progress-track">
          <div
            className="progress-fill"
            style={share === undefined ? undefined : { width: `${share * 100}%` }}
          />
        </div>
      </ProgressBar>
      {cancel && <Button onPress={cancel.onPress}>{cancel.word}</Button>}
    </div>
  );
}
