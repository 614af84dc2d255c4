'use client';

import '@rendev/interview/define';
import '@rendev/interview/jsx';
import { useState } from 'react';

const SERVER = 'http://localhost:3001';

export function Interview() {
  const [state, setState] = useState('idle');
  const [messages, setMessages] = useState(0);
  return (
    <>
      <p>
        <output id="state">{state}</output>, <output id="messages">{messages}</output>
      </p>
      <rendev-interview
        server={SERVER}
        onstate-change={(event) => setState(event.detail.state)}
        onmessage={() => setMessages((count) => count + 1)}
      />
    </>
  );
}
