import type { MediaTerms } from '../media-errors.ts';

export const media: MediaTerms = {
  devices: { microphone: '麦克风', camera: '摄像头' },
  browsers: {
    chrome: 'Chrome',
    edge: 'Edge',
    samsung: '三星浏览器',
    firefox: 'Firefox',
    safari: 'Safari',
    other: '浏览器',
  },
  denied: (d) => `未允许使用${d}。`,
  permission: {
    desktop: (d) => `请点击地址栏左侧的图标，允许使用${d}。`,
    'desktop-firefox': (d) => `请点击地址栏左侧的${d}图标，解除阻止。`,
    'desktop-safari': (d) => `请在屏幕上方的 Safari 菜单中打开“此网站的设置”，允许使用${d}。`,
    android: (d) => `请点按地址栏左侧的图标，在权限中允许使用${d}。`,
    'ios-safari': (d) => `请点按地址栏左侧的图标，在“网站设置”中允许使用${d}。`,
    'ios-other': (d, b) => `请在“设置”应用中找到“${b}”并打开${d}，刷新本页，再次询问时请允许。`,
    'in-app': (d) => `在这个应用中可能无法使用${d}，请用 Chrome 或 Safari 打开。`,
  },
  systemDenied: (d) => `设备设置不允许浏览器使用${d}。`,
  systemPermission: {
    windows: (d) =>
      `请在 Windows 设置 > 隐私和安全性 > ${d}中，打开“${d}访问权限”和“允许桌面应用访问${d}”。`,
    macos: (d, b) => `请在 Mac 的系统设置 > 隐私与安全性 > ${d}中打开“${b}”，然后重新打开浏览器。`,
    ios: (d, b) => `请在“设置”应用中找到“${b}”并打开${d}。`,
    android: (d, b) =>
      `请在手机设置 > 应用 > ${b} > 权限中允许使用${d}，并确认快捷设置中没有关闭${d}。`,
    other: (d) => `请在设备的隐私设置中允许浏览器使用${d}。`,
  },
  faults: {
    'in-use': [
      (d) => `其他程序正在使用${d}。`,
      (d) => `请关闭使用${d}的其他程序或标签页，然后重试。`,
    ],
    'device-not-found': [(d) => `没有找到${d}。`, (d) => `请接上${d}后重试。没有也可以进入。`],
    constraints: [(d) => `无法使用所选的${d}。`, (d) => `请选择其他${d}。`],
    'blocked-by-policy': [(d) => `本页阻止了${d}的使用。`, () => '请告知网站管理员。'],
    unknown: [(d) => `无法打开${d}。`, () => '请重新打开浏览器后再试。'],
  },
};
