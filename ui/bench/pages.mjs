/** What runs in the pages that are measured: each function stands alone, since it is sent there as text. */

/** In the page: some frames of turning the wheel over the canvas; how long a frame took, in milliseconds. */
export async function turnWheel({ frames, isZoom }) {
  const canvas = document.querySelector(".canvas");
  const box = canvas.getBoundingClientRect();
  const centre = { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const began = await frame();
  for (let turn = 0; turn < frames; turn += 1) {
    const back = Math.floor(turn / 15) % 2 === 0 ? 1 : -1;
    const delta = isZoom
      ? { deltaY: 20 * back, ctrlKey: true }
      : { deltaX: 12 * back, deltaY: 3 * back };
    canvas.dispatchEvent(
      new WheelEvent("wheel", { ...delta, ...centre, bubbles: true, cancelable: true }),
    );
    await frame();
  }
  return ((await frame()) - began) / (frames + 1);
}

/** In the bare page: the same movements by the view box, which repaints the picture. */
export async function turnBare({ frames, isZoom, camera }) {
  const picture = document.querySelector("svg");
  const box = picture.getBoundingClientRect();
  let { x, y, scale } = camera;
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const began = await frame();
  for (let turn = 0; turn < frames; turn += 1) {
    const back = Math.floor(turn / 15) % 2 === 0 ? 1 : -1;
    if (isZoom) {
      const next = scale * Math.exp(-20 * back * 0.0035);
      x += (box.width / 2) * (1 / scale - 1 / next);
      y += (box.height / 2) * (1 / scale - 1 / next);
      scale = next;
    } else {
      x += (12 * back) / scale;
      y += (3 * back) / scale;
    }
    picture.setAttribute("viewBox", `${x} ${y} ${box.width / scale} ${box.height / scale}`);
    await frame();
  }
  return ((await frame()) - began) / (frames + 1);
}

/** In the page: where the canvas stands and what it shows. */
export function seen() {
  const canvas = document.querySelector(".canvas").getBoundingClientRect();
  const sheet = document.querySelector(".canvas-sheet").getBoundingClientRect();
  const scale = sheet.width / document.querySelector(".canvas-paper").viewBox.baseVal.width;
  return {
    box: { left: canvas.left, top: canvas.top, width: canvas.width, height: canvas.height },
    camera: { x: (canvas.left - sheet.left) / scale, y: (canvas.top - sheet.top) / scale, scale },
  };
}

/** Waits until `selector` is there and what comes after it has come. */
export async function ready(selector) {
  const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
  while (document.querySelector(selector) === null) await pause(100);
  await document.fonts.ready;
  await pause(3000);
}

/** Waits until the picture is sharp again. */
export function rest() {
  return new Promise((resolve) => setTimeout(resolve, 700));
}

/** The whole picture, or its beginning in a size to read. */
export function show(isWhole) {
  const key = isWhole ? "0" : "1";
  window.dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey: true }));
}

/** In the bare page: the picture where the canvas is, looking at the same. */
export function place({ box, camera }) {
  const picture = document.querySelector("svg");
  picture.setAttribute("width", String(box.width));
  picture.setAttribute("height", String(box.height));
  picture.style.left = `${box.left}px`;
  picture.style.top = `${box.top}px`;
  picture.setAttribute(
    "viewBox",
    `${camera.x} ${camera.y} ${box.width / camera.scale} ${box.height / camera.scale}`,
  );
}
