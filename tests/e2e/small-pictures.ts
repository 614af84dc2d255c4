/**
 * Runs in a page before everything else: its camera gives 160x90. Full pictures between several
 * browsers are too much for a small machine.
 */
export function smallPictures(): void {
  // Firefox has none on the blank page that a tab starts with.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) return;
  const getUserMedia = devices.getUserMedia.bind(devices);
  devices.getUserMedia = ({ audio, video } = {}) =>
    getUserMedia({
      ...(audio !== undefined && { audio }),
      ...(video !== undefined && { video: { width: 160, height: 90, frameRate: 10 } }),
    });
}
