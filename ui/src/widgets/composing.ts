/** Whether a key belongs to an input method that is still at work. */

interface Key {
  isComposing?: boolean;
  keyCode?: number;
  nativeEvent?: { isComposing?: boolean; keyCode?: number };
}

/**
 * True for every key that an input method takes for itself. WebKit ends the composition before it reports the Enter that
 * ended it: that key no longer says `isComposing`, only its code, 229, still does.
 */
export function isComposing(key: Key): boolean {
  const native = key.nativeEvent ?? key;
  return native.isComposing === true || native.keyCode === 229;
}
