import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatEndpoint } from './address.ts';
import { ATTRIBUTE, CLASS, METHOD } from './constants.ts';
import { splitFrames } from './framing.ts';
import { attribute, decodeMessage, encodeMessage, hasIntegrity, longTermKey } from './message.ts';
import { mappedAddress } from './turn-client.ts';

/** RFC 5769, sections 2.2 to 2.4; the vectors end their padding with spaces and zeros. */
const IPV4_RESPONSE = hex(`0101003c 2112a442 b7e7a701bc34d686fa87dfae
  8022000b 7465737420766563746f7220 00200008 0001a147e112a643
  00080014 2b91f599fd9e90c38c7489f92af9ba53f06be7d7 80280004 c07d4c96`);
const IPV6_RESPONSE = hex(`01010048 2112a442 b7e7a701bc34d686fa87dfae
  8022000b 7465737420766563746f7220 00200014 0002a1470113a9faa5d3f179bc25f4b5bed2b9d9
  00080014 a382954e4be67bf11784c97c8292c275bfe3ed41 80280004 c8fb0b4c`);
const LONG_TERM_REQUEST = hex(`00010060 2112a442 78ad3433c6ad72c029da412e
  00060012 e3839ee38388e383aae38383e382afe382b90000
  0015001c 662f2f3439396b393534643
  64f4c33346f4c3946535476793634734100140
  00b6578616d706c652e6f726700
  00080014 f67024656dd64a3e02b8e0712e85c9a28ca89666`);
const SHORT_TERM_KEY = Buffer.from('VOkJxbRl1RmTxUk/WvJxBt');

describe('STUN messages', () => {
  it('decode the vectors of RFC 5769', () => {
    for (const [raw, address] of [
      [IPV4_RESPONSE, '192.0.2.1:32853'],
      [IPV6_RESPONSE, '[2001:db8:1234:5678:11:2233:4455:6677]:32853'],
    ] as const) {
      const message = decodeMessage(raw);
      assert.ok(message);
      assert.equal(message.method, METHOD.binding);
      assert.equal(message.messageClass, CLASS.success);
      const mapped = mappedAddress(message);
      assert.equal(mapped && formatEndpoint(mapped), address);
      assert.ok(hasIntegrity(message, SHORT_TERM_KEY));
      assert.ok(!hasIntegrity(message, Buffer.from('another key')));
    }
  });

  it('encode the long-term vector of RFC 5769', () => {
    const decoded = decodeMessage(LONG_TERM_REQUEST);
    assert.ok(decoded);
    const key = longTermKey('マトリックス', 'example.org', 'TheMatrIX');
    assert.ok(hasIntegrity(decoded, key));
    const { transactionId } = decoded;
    const attributes = decoded.attributes.filter(({ type }) => type !== ATTRIBUTE.messageIntegrity);
    const messageClass = CLASS.request;
    const encoded = encodeMessage({
      method: METHOD.binding,
      messageClass,
      transactionId,
      attributes,
      key,
    });
    assert.deepEqual(encoded, LONG_TERM_REQUEST);
  });

  it('refuse what is cut, changed or something else', () => {
    assert.equal(decodeMessage(Buffer.alloc(0)), undefined);
    assert.equal(decodeMessage(Buffer.from('GET / HTTP/1.1\r\n\r\n........')), undefined);
    for (let length = 0; length < IPV4_RESPONSE.length; length += 1) {
      assert.equal(decodeMessage(IPV4_RESPONSE.subarray(0, length)), undefined);
    }
    const changed = Buffer.from(IPV4_RESPONSE);
    changed[30] = 0;
    assert.equal(decodeMessage(changed), undefined, 'the fingerprint tells');
    const overlong = Buffer.from(IPV4_RESPONSE);
    overlong.writeUInt16BE(0xffff, 22);
    assert.equal(decodeMessage(overlong), undefined);
  });

  it('find no attribute that is not there', () => {
    const message = decodeMessage(IPV4_RESPONSE);
    assert.ok(message);
    assert.equal(attribute(message, ATTRIBUTE.realm), undefined);
  });
});

describe('framing', () => {
  const channelData = hex('40000003 61626300');

  it('finds messages however the stream is cut', () => {
    const stream = Buffer.concat([IPV4_RESPONSE, channelData, IPV6_RESPONSE]);
    for (let cut = 0; cut <= stream.length; cut += 1) {
      const one = splitFrames(stream.subarray(0, cut));
      const two = splitFrames(Buffer.concat([one.rest, stream.subarray(cut)]));
      const frames = [...one.frames, ...two.frames];
      assert.deepEqual(frames, [IPV4_RESPONSE, channelData.subarray(0, 7), IPV6_RESPONSE]);
      assert.equal(two.rest.length, 0);
    }
  });

  it('gives up on other protocols', () => {
    assert.ok(splitFrames(Buffer.from([0xff, 0xff, 0, 0])).isBroken);
  });
});

function hex(text: string): Buffer {
  return Buffer.from(text.replace(/\s/g, ''), 'hex');
}
