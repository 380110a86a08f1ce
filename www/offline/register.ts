// Registers the service worker of the page, and tells when a newer version of the page is ready.
import { serviceWorkerAddress } from '../page-policy.js';

/**
 * From the next visit on the page opens without a network.
 * @param onUpdate called once a newer version waits for all pages of this one to be closed
 * @returns whether there is a service worker: browsers have none in private windows and on plain http
 */
export async function workOffline(onUpdate: () => void): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  const workers = navigator.serviceWorker;
  const tellOnce = (worker: ServiceWorker | null): void => {
    // The first version of all is no update.
    if (worker?.state === 'installed' && workers.controller) onUpdate();
  };
  try {
    const registration = await workers.register(serviceWorkerAddress(), { updateViaCache: 'none' });
    tellOnce(registration.waiting);
    registration.addEventListener('updatefound', () => {
      const { installing } = registration;
      installing?.addEventListener('statechange', () => tellOnce(installing));
    });
    return true;
  } catch {
    // Refused, or out of reach: the page works all the same, with a network.
    return false;
  }
}
