/** Sizes of files. */
import { beforeAll, expect, test } from "vitest";
import { learn } from "../../text";
import { sizeOf } from "./size";

beforeAll(() => learn("ja", "ui-backups-size-kb = { $n } KB\nui-backups-size-mb = { $n } MB"));

test("small files are told in whole kilobytes, and never as nothing", () => {
  expect(sizeOf(0)).toBe("1 KB");
  expect(sizeOf(128 * 1024)).toBe("128 KB");
});

test("large files are told in megabytes with one digit", () => {
  expect(sizeOf(1024 * 1024)).toBe("1 MB");
  expect(sizeOf(3.46 * 1024 * 1024)).toBe("3.5 MB");
});
