import { type ErrorCode, SignalSend } from '@rendev/interview-protocol';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';

const [withDescription] = SignalSend.anyOf;
const { to, toEpoch, link } = withDescription.properties;
const addressed = Compile(Type.Object({ to, toEpoch, link }));

/** A signal to somebody whose content is rubbish, as opposed to no signal at all. */
export const signalMisfit = (payload: unknown): ErrorCode =>
  addressed.Check(payload) ? 'description-invalid' : 'bad-request';
