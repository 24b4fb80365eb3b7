/* A few named things in IndexedDB. Where nothing was ever kept there is no database: looking doesn't make one. */

const NAME = "het-andere-gesprek";
const STORE = "bewaard";

export async function read<T>(name: string): Promise<T | undefined> {
  return within(false, "readonly", (store) => store.get(name) as IDBRequest<T | undefined>);
}

export async function write(name: string, value: unknown): Promise<void> {
  await within(true, "readwrite", (store) => store.put(value, name));
}

export function remove(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(NAME);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error ?? new Error("delete"));
  });
}

async function within<T>(
  create: boolean,
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> {
  const database = await connect(create);
  if (!database) return undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = act(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error("abort"));
    });
  } finally {
    database.close(); // an open connection would keep another tab from deleting everything
  }
}

function connect(create: boolean): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    let absent = false;
    request.onupgradeneeded = () => {
      absent = !create;
      if (absent) request.transaction?.abort();
      else request.result.createObjectStore(STORE);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => (absent ? resolve(null) : reject(request.error ?? new Error("open")));
  });
}
