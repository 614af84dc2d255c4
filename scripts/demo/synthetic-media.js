/**
 * Stands in for camera and microphone on a machine that has none: a drawn person and a soft tone.
 * Loaded by the demo page before the widget; the widget does not know.
 */
(() => {
  const hue = Math.floor(Math.random() * 360);

  function pictureTrack() {
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
    const context = canvas.getContext('2d');
    const wall = context.createLinearGradient(0, 0, canvas.width, canvas.height);
    wall.addColorStop(0, `hsl(${hue} 45% 74%)`);
    wall.addColorStop(1, `hsl(${hue - 60} 55% 62%)`);
    const draw = () => {
      const seconds = performance.now() / 1000;
      const sway = 6 * Math.sin(seconds);
      const nod = 3 * Math.sin(2.3 * seconds);
      context.fillStyle = wall;
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.fillStyle = `hsl(${hue} 30% 28%)`;
      context.beginPath();
      context.ellipse(320 + sway / 2, 400, 150, 140, 0, 0, 2 * Math.PI);
      context.fill();
      context.fillStyle = `hsl(${hue} 35% 88%)`;
      context.beginPath();
      context.ellipse(320 + sway, 170 + nod, 62, 76, 0, 0, 2 * Math.PI);
      context.fill();
    };
    draw();
    const [track] = canvas.captureStream(15).getVideoTracks();
    const timer = setInterval(draw, 1000 / 15);
    const stop = track.stop.bind(track);
    track.stop = () => {
      clearInterval(timer);
      stop();
    };
    return track;
  }

  function toneTrack() {
    const context = new AudioContext();
    const tone = new OscillatorNode(context, { frequency: 180 + hue / 2 });
    const swell = new GainNode(context, { gain: 0.02 });
    const slow = new OscillatorNode(context, { frequency: 0.5 });
    slow.connect(new GainNode(context, { gain: 0.02 })).connect(swell.gain);
    const output = context.createMediaStreamDestination();
    tone.connect(swell).connect(output);
    tone.start();
    slow.start();
    // A page without a click has its audio suspended; the first click starts the tone.
    addEventListener('pointerdown', () => void context.resume(), { once: true });
    const [track] = output.stream.getAudioTracks();
    const stop = track.stop.bind(track);
    track.stop = () => {
      void context.close();
      stop();
    };
    return track;
  }

  navigator.mediaDevices.getUserMedia = async ({ audio, video } = {}) =>
    new MediaStream([...(audio ? [toneTrack()] : []), ...(video ? [pictureTrack()] : [])]);
  navigator.mediaDevices.enumerateDevices = async () =>
    [
      ['audioinput', 'Synthetic tone'],
      ['videoinput', 'Synthetic picture'],
    ].map(([kind, label]) => ({ deviceId: kind, groupId: 'synthetic', kind, label }));
})();
