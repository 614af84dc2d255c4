/** `type` is known on phones only; see https://wicg.github.io/netinfo/. */
interface NetworkInformation extends EventTarget {
  readonly type?: string;
}

/**
 * Calls when this device has come to another network, or has one again. The `change` of
 * `navigator.connection` comes for each new guess of the speed as well, so that only another type
 * of network counts.
 */
export function onNetworkChange(changed: () => void, signal: AbortSignal): void {
  globalThis.addEventListener('online', changed, { signal });
  const { connection } = navigator as { readonly connection?: NetworkInformation };
  let type = connection?.type;
  connection?.addEventListener(
    'change',
    () => {
      const isOther = connection.type !== type;
      type = connection.type;
      if (isOther && type !== 'none') changed();
    },
    { signal },
  );
}
