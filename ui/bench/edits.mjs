/** One edit in the pages that are measured: each function stands alone, since it is sent there as text. */

/** In the window: the paper shows the end or the middle, and a step there is chosen. */
export async function standAt(where) {
  const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
  const canvas = document.querySelector(".canvas");
  const press = (key, ctrlKey = false) =>
    canvas.dispatchEvent(
      new KeyboardEvent("keydown", { key, ctrlKey, bubbles: true, cancelable: true }),
    );
  const middles = () => {
    const box = canvas.getBoundingClientRect();
    const boxes = [...document.querySelectorAll('.canvas-paper [data-id^="step/"]')].map((it) => {
      const { left, right, top, bottom } = it.getBoundingClientRect();
      return { node: it, x: (left + right) / 2, y: (top + bottom) / 2 };
    });
    const centre = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    const far = ({ x, y }) => Math.hypot(x - centre.x, y - centre.y);
    return boxes.sort((a, b) => far(a) - far(b));
  };
  if (where === "end") {
    window.isInTheMiddle = false;
    press("End");
    return pause(700);
  }
  // The first time it goes there; later it is there.
  if (window.isInTheMiddle !== true) {
    window.isInTheMiddle = true;
    press("1", true);
    press("Home");
    await pause(700);
    const deltaX = document.querySelector(".canvas-ground").getBoundingClientRect().width / 2;
    canvas.dispatchEvent(new WheelEvent("wheel", { deltaX, bubbles: true, cancelable: true }));
    await pause(700);
  }
  const [{ node, x, y }] = middles();
  const at = { clientX: x, clientY: y, bubbles: true, pointerId: 1, button: 0 };
  // A pointer that nobody holds cannot be captured.
  canvas.setPointerCapture = () => undefined;
  for (const type of ["pointerdown", "pointerup"]) node.dispatchEvent(new PointerEvent(type, at));
  return pause(700);
}

/** In the window: opens the field that `key` opens, and writes a name into it. */
export async function writeName({ name, key: opens }) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const key = (target, given) =>
    target.dispatchEvent(
      new KeyboardEvent("keydown", { ...given, bubbles: true, cancelable: true }),
    );
  const canvas = document.querySelector(".canvas");
  canvas.focus();
  key(canvas, { key: opens });
  while (!document.querySelector(".canvas-writing input")) await frame();
  const field = document.querySelector(".canvas-writing input");
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
  set.call(field, name);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await new Promise((resolve) => setTimeout(resolve, 400));
}

/** In the window: Enter; milliseconds until the frame that shows the name. */
export async function addStep({ name }) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const field = document.querySelector(".canvas-writing input");
  const paper = document.querySelector(".canvas-paper");
  const shown = new Promise((resolve) => {
    const watch = new MutationObserver((changes) => {
      const added = changes.flatMap((change) => [...change.addedNodes]);
      if (!added.some((node) => node.textContent.includes(name))) return;
      watch.disconnect();
      resolve();
    });
    watch.observe(paper, { childList: true, subtree: true });
  });
  const began = performance.now();
  field.dispatchEvent(
    new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }),
  );
  await shown;
  await frame();
  await frame();
  return performance.now() - began;
}

/** In the window: takes the step that is chosen into the hand, and carries it to the lane above or below. */
export async function hold() {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const canvas = document.querySelector(".canvas");
  const place = canvas.getBoundingClientRect();
  const centre = { x: place.left + place.width / 2, y: place.top + place.height / 2 };
  const steps = [...document.querySelectorAll('.canvas-paper [data-id^="step/"]')].map((node) => {
    const { left, right, top, bottom } = node.getBoundingClientRect();
    return { node, x: (left + right) / 2, y: (top + bottom) / 2 };
  });
  const far = ({ x, y }) => Math.hypot(x - centre.x, y - centre.y);
  const [{ node, x, y }] = steps.sort((a, b) => far(a) - far(b));
  const lanes = [...document.querySelectorAll(".canvas-lanes [data-id]")]
    .map((lane) => lane.getBoundingClientRect())
    .filter(({ top, bottom }) => y < top || y > bottom);
  const middles = lanes.map(({ top, bottom }) => (top + bottom) / 2);
  const [to] = middles.sort((a, b) => Math.abs(a - y) - Math.abs(b - y));
  window.held = { node, id: node.dataset.id, x, y: to };
  const point = (type, clientX, clientY) =>
    node.dispatchEvent(
      new PointerEvent(type, { clientX, clientY, pointerId: 1, button: 0, bubbles: true }),
    );
  canvas.setPointerCapture = () => undefined;
  point("pointerdown", x, y);
  for (let part = 1; part <= 10; part += 1) {
    point("pointermove", x, y + ((to - y) * part) / 10);
    await frame();
  }
}

/** In the window: lets go of it; milliseconds until the frame that shows it there. */
export async function drop() {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const { node, id, x, y } = window.held;
  const paper = document.querySelector(".canvas-paper");
  const shown = new Promise((resolve) => {
    const watch = new MutationObserver((changes) => {
      const isIt = (it) => it.closest?.("[data-id]")?.dataset.id === id;
      if (!changes.some(({ target, addedNodes }) => isIt(target) || [...addedNodes].some(isIt))) {
        return;
      }
      watch.disconnect();
      resolve();
    });
    watch.observe(paper, { childList: true, subtree: true, attributes: true });
  });
  const began = performance.now();
  node.dispatchEvent(
    new PointerEvent("pointerup", {
      clientX: x,
      clientY: y,
      pointerId: 1,
      button: 0,
      bubbles: true,
    }),
  );
  await shown;
  await frame();
  await frame();
  return performance.now() - began;
}

/** In the window: takes the last edit back. */
export function takeBack() {
  const canvas = document.querySelector(".canvas");
  canvas.focus();
  canvas.dispatchEvent(
    new KeyboardEvent("keydown", { key: "z", ctrlKey: true, bubbles: true, cancelable: true }),
  );
  return new Promise((resolve) => setTimeout(resolve, 1500));
}

/** In the peer's page: opens the diagram. */
export async function importDiagram() {
  while (!window.BpmnJS) await new Promise((resolve) => setTimeout(resolve, 100));
  const modeler = new window.BpmnJS({ container: "#canvas" });
  await modeler.importXML(await (await fetch("/diagram.bpmn")).text());
  window.peer = modeler;
}

/** In the peer's page: a task at the end or in the middle is in sight. */
export async function peerStands({ where }) {
  const tasks = window.peer
    .get("elementRegistry")
    .filter((it) => it.type === "bpmn:Task")
    .sort((a, b) => a.x - b.x);
  window.source = where === "end" ? tasks.at(-1) : tasks[Math.floor(tasks.length / 2)];
  window.peer.get("canvas").scrollToElement(window.source);
  await new Promise((resolve) => setTimeout(resolve, 400));
}

/** In the peer's page: one edit of the task in sight; milliseconds from the call to the frame that shows it. */
export async function peerEdits({ edit }) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const source = window.source;
  const modeling = window.peer.get("modeling");
  const at = { x: source.x + source.width + 125, y: source.y + source.height / 2 + 120 };
  const began = performance.now();
  if (edit === "append") {
    modeling.appendShape(source, { type: "bpmn:Task" }, at, source.parent);
  } else if (edit === "move") {
    modeling.moveElements([source], { x: 0, y: 120 }, source.parent);
  } else {
    modeling.updateLabel(source, "名前を変える");
  }
  await frame();
  await frame();
  return performance.now() - began;
}

/** In the peer's page: takes the edit back. */
export function peerTakesBack() {
  window.peer.get("commandStack").undo();
  return new Promise((resolve) => setTimeout(resolve, 400));
}

/** In the bare page: the picture a little to the side; milliseconds until it is painted. */
export async function repaint() {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const picture = document.querySelector("svg");
  const [x, ...others] = picture.getAttribute("viewBox").split(" ");
  const began = performance.now();
  picture.setAttribute("viewBox", [Number(x) + 1, ...others].join(" "));
  await frame();
  await frame();
  return performance.now() - began;
}

/** In the window: ninety frames with or without a step in the hand; milliseconds of each. */
export async function carry({ isHeld }) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const canvas = document.querySelector(".canvas");
  canvas.setPointerCapture = () => undefined;
  const place = canvas.getBoundingClientRect();
  const inSight = [...document.querySelectorAll('.canvas-paper [data-id^="step/"]')].find((it) => {
    const { left, right, top, bottom } = it.getBoundingClientRect();
    return left > place.left && right < place.right && top > place.top && bottom < place.bottom;
  });
  const { left, top, width, height } = inSight.getBoundingClientRect();
  const from = { x: left + width / 2, y: top + height / 2 };
  const point = (type, x, y) =>
    inSight.dispatchEvent(
      new PointerEvent(type, { clientX: x, clientY: y, pointerId: 1, button: 0, bubbles: true }),
    );
  if (isHeld) point("pointerdown", from.x, from.y);
  const began = performance.now();
  for (let turn = 1; turn <= 90; turn += 1) {
    if (isHeld) point("pointermove", from.x + turn, from.y + (turn % 40));
    await frame();
  }
  const time = (performance.now() - began) / 90;
  // Given up: nothing is sent.
  if (isHeld) point("pointercancel", from.x, from.y);
  return time;
}
