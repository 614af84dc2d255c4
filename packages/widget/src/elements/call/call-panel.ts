/** What may stand beside the stage, one at a time. */
export type CallPanel = 'chat' | 'people' | 'devices' | 'statistics' | 'shortcuts';
