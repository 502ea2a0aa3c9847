// What scripts may rely on besides the browser. Read by `tsc` alone (tsconfig.json); nothing is compiled.

/** A place where values of this site are kept (head.js). */
interface ValueStorage {
  get(key: string): string | null;
  /** Keep `value`; an empty one removes the key. */
  set(key: string, value: string): void;
}

interface ListedStorage extends ValueStorage {
  keys(): string[];
}

interface Window {
  /** Set by head.js before anything else runs. */
  tthc: {
    /** What the visitor chose: the device's storage, at the kiosk the guest's. */
    keep: ValueStorage;
    device: ListedStorage;
    tab: ListedStorage;
    /** What the present visitor of a kiosk ticked and chose. */
    guest: ValueStorage;
    /** Empties the guest's storage. */
    forget(): void;
    /** The kiosk's settings, null when this is none. */
    kiosk: string | null;
    /** The path of the site, at the kiosk of the one where it began. */
    home: string;
  };
}

interface Navigator {
  /** Chromium only. */
  connection?: { saveData: boolean };
}
