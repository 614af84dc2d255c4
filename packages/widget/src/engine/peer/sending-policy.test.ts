import { assert } from 'chai';
import { sendingPlan, type SendingConditions } from './sending-policy.ts';

const ALONE: SendingConditions = {
  links: 1,
  relayed: false,
  lowData: false,
  screenShared: false,
  captureHeight: 720,
  lowered: 0,
  paused: false,
  smaller: 0,
};

const planFor = (conditions: Partial<SendingConditions>) =>
  sendingPlan({ ...ALONE, ...conditions });
const cameraFor = (conditions: Partial<SendingConditions>) => planFor(conditions).camera;
/** Of the picture that is sent. */
const heightFor = ({ captureHeight = 720, ...rest }: Partial<SendingConditions>) =>
  captureHeight / cameraFor({ ...rest, captureHeight }).scaleResolutionDownBy;

describe('sendingPlan', () => {
  it('gives each camera less the more links there are, and fewer pixels with it', () => {
    const links = [1, 2, 3, 4, 5, 6];
    assert.deepEqual(
      links.map((count) => cameraFor({ links: count }).kbps),
      [2500, 384, 256, 192, 128, 128],
    );
    assert.deepEqual(
      links.map((count) => heightFor({ links: count })),
      [720, 360, 270, 180, 180, 180],
    );
    assert.isTrue(links.every((count) => cameraFor({ links: count }).maxFramerate === null));
  });

  it('never makes a picture larger than it is captured', () => {
    assert.equal(cameraFor({ captureHeight: 240 }).scaleResolutionDownBy, 1);
    assert.equal(heightFor({ captureHeight: 480, links: 2 }), 360);
    assert.equal(heightFor({ captureHeight: 1080 }), 720);
  });

  it('takes less on a relayed path', () => {
    assert.equal(cameraFor({ relayed: true }).kbps, 1000);
    assert.equal(heightFor({ relayed: true }), 540);
    assert.equal(cameraFor({ relayed: true, links: 3 }).kbps, 256);
    assert.equal(planFor({ relayed: true }).screen.kbps, 1000);
  });

  it('sends a small slow picture when either side saves data', () => {
    assert.deepEqual(cameraFor({ lowData: true }), {
      active: true,
      kbps: 100,
      scaleResolutionDownBy: 4,
      maxFramerate: 15,
    });
    assert.equal(planFor({ lowData: true }).screen.kbps, 500);
  });

  it('keeps the resolution of a shared screen and takes from the camera', () => {
    const { camera, screen } = planFor({ screenShared: true });
    assert.deepEqual(screen, {
      active: true,
      kbps: 1500,
      scaleResolutionDownBy: 1,
      maxFramerate: null,
    });
    assert.equal(camera.kbps, 200);
    assert.equal(planFor({ screenShared: true, links: 5 }).screen.kbps, 600);
  });

  it('lowers what pictures take, but not below what can be seen', () => {
    assert.deepEqual(
      [0, 1, 2].map((lowered) => cameraFor({ lowered }).kbps),
      [2500, 1000, 375],
    );
    assert.deepEqual(
      [0, 1, 2].map((lowered) => cameraFor({ lowered, links: 5 }).kbps),
      [128, 51, 50],
    );
    const { screen } = planFor({ lowered: 2, links: 5 });
    assert.equal(screen.kbps, 150);
    assert.equal(screen.scaleResolutionDownBy, 1);
  });

  it('pauses the camera alone', () => {
    const { camera, screen } = planFor({ paused: true, lowered: 2 });
    assert.isFalse(camera.active);
    assert.isTrue(screen.active);
  });

  it('makes the picture smaller for a busy processor, with no more bitrate than that needs', () => {
    assert.deepEqual(
      [0, 1, 2].map((smaller) => heightFor({ smaller })),
      [720, 540, 360],
    );
    assert.deepEqual(
      [0, 1, 2].map((smaller) => cameraFor({ smaller }).kbps),
      [2500, 1200, 400],
    );
    assert.equal(heightFor({ smaller: 2, links: 5 }), 180);
  });
});
