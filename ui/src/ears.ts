/** What stands outside of the drawn window tells those who show it that it changed. */
export interface Ears {
  /** From now on `ear` is called with every change. Gives the way to end that. */
  hear(ear: () => void): () => void;
  tell(): void;
}

export function createEars(): Ears {
  const ears = new Set<() => void>();
  return {
    hear: (ear) => {
      ears.add(ear);
      return () => void ears.delete(ear);
    },
    tell: () => {
      for (const ear of ears) ear();
    },
  };
}
