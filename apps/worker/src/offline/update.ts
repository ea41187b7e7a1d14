export interface AppUpdate {
  /** Lets the waiting version take over and reloads the page. */
  readonly activate: () => void;
}

/**
 * Registers the service worker of a built app and tells when a new version waits. In development there is none.
 * @returns the function that ends the watching
 */
export function watchForUpdate(onWaiting: (update: AppUpdate) => void): () => void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return () => undefined;
  let ended = false;
  const container = navigator.serviceWorker;
  const tell = (waiting: ServiceWorker) => {
    if (ended) return;
    onWaiting({
      activate: () => {
        container.addEventListener("controllerchange", () => location.reload(), { once: true });
        waiting.postMessage("activate");
      },
    });
  };
  void container
    .register(`${import.meta.env.BASE_URL}service-worker.js`, { scope: import.meta.env.BASE_URL })
    .then((registration) => {
      if (registration.waiting !== null && container.controller !== null) tell(registration.waiting);
      registration.addEventListener("updatefound", () => {
        const found = registration.installing;
        found?.addEventListener("statechange", () => {
          // The very first version takes over by itself: there is nothing to replace.
          if (registration.waiting !== null && container.controller !== null) tell(registration.waiting);
        });
      });
    })
    .catch(() => undefined); // a private window may forbid it: the app then needs the network
  return () => {
    ended = true;
  };
}
