import type { CoturnVersion } from '../settings/coturn-versions.ts';

/** Official images, pinned: the newest release of each profile that we measured. */
export const IMAGES: Record<CoturnVersion, string> = {
  '4.6': 'coturn/coturn:4.6.3-r3',
  '4.7': 'coturn/coturn:4.7.0-r4',
  '4.8': 'coturn/coturn:4.8.0-r1',
  '4.10': 'coturn/coturn:4.10.0-r1',
  '4.13': 'coturn/coturn:4.13.1-r0',
  '4.16': 'coturn/coturn:4.16.0-r0',
  '4.17': 'coturn/coturn:4.17.0-r0',
};

/** Has curl and a shell, which coturn's image lacks: fills the addresses in. */
export const CURL_IMAGE = 'curlimages/curl:8.11.1';

/**
 * The user that coturn runs as in containers: one of its own, since the firewall rules go by it
 * and the image's `nobody` belongs to others too.
 */
export const CONTAINER_USER = 3_478;
