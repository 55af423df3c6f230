/** What lies over the picture. @vitest-environment happy-dom */
import { render } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Item, Painting } from "../contract";
import { Overlay } from "./overlay";

test("the halo of what is chosen lies below its flags and counters", () => {
  const flag: Item = {
    type: "rect",
    area: { x: 96, y: 34, w: 28, h: 14 },
    radius: 0,
    paint: { fill: "#ce0000" },
  };
  const marks: Item = { type: "group", id: "step/1", items: [flag] };
  const painting: Painting = {
    title: "",
    frame: { x: 0, y: 0, w: 400, h: 200 },
    order: ["step/1+marks"],
    items: { "step/1+marks": marks },
    areas: { "step/1": { x: 100, y: 40, w: 150, h: 64 } },
  };
  const { container } = render(
    <Overlay
      painting={painting}
      selection={["step/1"]}
      found={[]}
      focused={undefined}
      ghost={undefined}
      trouble={undefined}
      isOpen={false}
    />,
  );
  const halo = container.querySelector(".halo");
  const shown = container.querySelector(".halo-marks rect");
  expect(shown?.getAttribute("fill")).toBe("#ce0000");
  expect(halo && shown && halo.compareDocumentPosition(shown)).toBe(
    Node.DOCUMENT_POSITION_FOLLOWING,
  );
});
