/** Every key, from the one table of shortcuts. */
export function Keys() {
  return <div className="keys" />;
}
