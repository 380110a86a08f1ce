// The service worker of the page: keeps the files of one version of it, so that from the second visit on it opens without a
// network. It keeps no text: the texts are in no request, but for a link that carries them, and of that it keeps nothing.
// Embedded elements have no service worker.
import { cleanupOutdatedCaches, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';

/** All files of this version; the build writes them here. */
declare const PAGE_FILES: PrecacheEntry[];

// A newer version waits until no page of this one is open: each page has all of its files from one version.
precacheAndRoute(PAGE_FILES);
cleanupOutdatedCaches();
