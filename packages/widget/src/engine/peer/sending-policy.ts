/** What the room and the person ask of every link. */
export interface SendingWishes {
  /** How many connections share the uplink and the processor. */
  readonly links: number;
  /** The person saves data. */
  readonly lowData: boolean;
}

export interface SendingConditions {
  readonly links: number;
  readonly relayed: boolean;
  /** Either side saves data. */
  readonly lowData: boolean;
  readonly screenShared: boolean;
  /** Shorter side of what the camera captures, px. */
  readonly captureHeight: number;
  /** See `PathBackOff`. */
  readonly lowered: number;
  readonly paused: boolean;
  /** See `CpuBackOff`. */
  readonly smaller: number;
}

/** For `RTCRtpEncodingParameters`. */
export interface SenderLimits {
  readonly active: boolean;
  readonly kbps: number;
  readonly scaleResolutionDownBy: number;
  /** `null`: as captured. */
  readonly maxFramerate: number | null;
}

export interface SendingPlan {
  readonly camera: SenderLimits;
  readonly screen: SenderLimits;
}

/** By number of links, from one on. Five pictures of 128 kbps fit an uplink of 1 Mbit/s with the voices. */
const CAMERA_KBPS = [2500, 384, 256, 192, 128] as const;
const SCREEN_KBPS = 1500;
/** All links together: text stays sharp at less, it only moves less smoothly. */
const SCREENS_KBPS = 3000;
/** Passes the operator's line twice, in and out; 1 Mbit/s is a good 960x540. */
const RELAYED_KBPS = 1000;
/** Besides a shared screen faces are small, and the screen needs the line. */
const CAMERA_BESIDES_SCREEN_KBPS = 200;
const LOW_DATA = { camera: 100, screen: 500 } as const;
const LEAST = { camera: 50, screen: 150 } as const;
/** What is left of the bitrate after 0, 1, 2 steps of `PathBackOff`. */
const LOWERED = [1, 0.4, 0.15] as const;

/** Up to which bitrate a picture is how high. Fewer pixels cost the processor less than finer coding. */
const SIZES = [
  { kbps: 200, height: 180 },
  { kbps: 300, height: 270 },
  { kbps: 400, height: 360 },
  { kbps: 1200, height: 540 },
  { kbps: Infinity, height: 720 },
] as const;

/** What each sender of pictures may take. Sound is never limited: it comes first. */
export function sendingPlan(conditions: SendingConditions): SendingPlan {
  return { camera: cameraLimits(conditions), screen: screenLimits(conditions) };
}

function cameraLimits(conditions: SendingConditions): SenderLimits {
  const { links, relayed, lowData, screenShared, captureHeight, lowered, paused } = conditions;
  const allowed = Math.min(
    CAMERA_KBPS[Math.max(links, 1) - 1] ?? CAMERA_KBPS[4],
    relayed ? RELAYED_KBPS : Infinity,
    screenShared ? CAMERA_BESIDES_SCREEN_KBPS : Infinity,
    lowData ? LOW_DATA.camera : Infinity,
  );
  const kbps = Math.max(LEAST.camera, Math.round(allowed * (LOWERED[lowered] ?? LOWERED[2])));
  const fitting = SIZES.findIndex((size) => kbps <= size.kbps);
  const size = SIZES[Math.max(0, fitting - conditions.smaller)] ?? SIZES[0];
  return {
    active: !paused,
    kbps: Math.min(kbps, size.kbps),
    scaleResolutionDownBy: Math.max(1, captureHeight / size.height),
    maxFramerate: kbps <= LOW_DATA.camera ? 15 : null,
  };
}

function screenLimits({ links, relayed, lowData, lowered }: SendingConditions): SenderLimits {
  const allowed = Math.min(
    SCREEN_KBPS,
    SCREENS_KBPS / Math.max(links, 1),
    relayed ? RELAYED_KBPS : Infinity,
    lowData ? LOW_DATA.screen : Infinity,
  );
  return {
    active: true,
    kbps: Math.max(LEAST.screen, Math.round(allowed * (LOWERED[lowered] ?? LOWERED[2]))),
    // Text that is scaled down cannot be read.
    scaleResolutionDownBy: 1,
    maxFramerate: links > 1 || lowData ? 15 : null,
  };
}
