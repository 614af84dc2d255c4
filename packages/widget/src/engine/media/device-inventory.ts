import type { OfferedDevice } from '../session-snapshot.ts';
import { hasDevice, listDevices, NO_DEVICES, type DeviceLists } from './devices.ts';
import { offerAmong, type DeviceUse } from './offered-device.ts';

/** What is plugged in, and what of it came lately and is to be offered. */
export class DeviceInventory {
  readonly #use: () => DeviceUse | null;
  #lists = NO_DEVICES;
  #offered: OfferedDevice | null = null;

  /** @param use `null` while nothing is used, so that nothing is offered. */
  constructor(use: () => DeviceUse | null) {
    this.#use = use;
  }

  get lists(): DeviceLists {
    return this.#lists;
  }

  get offered(): OfferedDevice | null {
    const use = this.#use();
    return this.#offered && use && !use.isTaken(this.#offered.deviceId) ? this.#offered : null;
  }

  async refresh(): Promise<void> {
    const lists = await listDevices();
    const before = this.#lists;
    this.#lists = lists;
    const use = this.#use();
    const last = this.#offered;
    const isHere = Object.values(lists).some((list) => last && hasDevice(list, last.deviceId));
    this.#offered = (use && offerAmong(before, lists, use)) ?? (isHere ? last : null);
  }

  dismissOffer(): void {
    this.#offered = null;
  }
}
