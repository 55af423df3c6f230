/** Tabs with a count beside the word. Only the open one is there. */
import { createContext, memo, type ReactNode, useCallback, useContext, useRef } from "react";
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from "react-aria-components";
import "./tabs.css";

export interface TabItem {
  id: string;
  word: string;
  count?: number | undefined;
  /** What one finds there, below the word; for a list. */
  hint?: string;
  content: ReactNode;
}

export interface TabsProps {
  /** What the tabs are of. */
  label: string;
  items: readonly TabItem[];
  selected: string;
  onSelect: (id: string) => void;
  /** One below the other at the left of what is open, in place of a row above it. */
  isList?: boolean;
}

type Frame = Omit<TabsProps, "items"> & { items: readonly Omit<TabItem, "content">[] };

/** What each tab holds. */
const Contents = createContext<readonly TabItem[]>([]);

export function Tabs(props: TabsProps) {
  const newest = useRef(props.onSelect);
  newest.current = props.onSelect;
  const select = useCallback((id: string) => newest.current(id), []);
  return (
    <Contents value={props.items}>
      <TabsFrame {...props} onSelect={select} />
    </Contents>
  );
}

/** Made anew only where a word or a count changed: what the open tab holds may change with every edit. */
const TabsFrame = memo(function TabsFrame(props: Frame) {
  const { label, items, selected, onSelect, isList = false } = props;
  return (
    <AriaTabs
      className={isList ? "tabs tabs-aside" : "tabs"}
      orientation={isList ? "vertical" : "horizontal"}
      selectedKey={selected}
      onSelectionChange={(key) => onSelect(String(key))}
    >
      <TabList className="tabs-list" aria-label={label}>
        {items.map((item) => (
          <Tab key={item.id} id={item.id} className="tab">
            {item.hint === undefined ? item.word : <strong>{item.word}</strong>}
            {item.count !== undefined && <span className="tab-count">{item.count}</span>}
            {item.hint !== undefined && <span className="tab-hint">{item.hint}</span>}
          </Tab>
        ))}
      </TabList>
      {items.map((item) => (
        <TabPanel key={item.id} id={item.id} className="tab-panel">
          <Content id={item.id} />
        </TabPanel>
      ))}
    </AriaTabs>
  );
}, isSameFrame);

function Content({ id }: { id: string }) {
  return useContext(Contents).find((item) => item.id === id)?.content;
}

function isSameFrame(one: Frame, other: Frame): boolean {
  const words = ({ items }: Frame) =>
    items.map(({ id, word, count, hint }) => [id, word, count, hint]);
  return (
    one.label === other.label &&
    one.selected === other.selected &&
    JSON.stringify(words(one)) === JSON.stringify(words(other))
  );
}
