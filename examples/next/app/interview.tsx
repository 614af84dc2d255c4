'use client';

// The component, not the bare tag: React 19 does not listen to the events of a tag that a server
// rendered (issue 35446 of react/react).
import { RendevInterview } from '@rendev/interview/react';
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
      <RendevInterview
        server={SERVER}
        onStateChange={(event) => setState(event.detail.state)}
        onMessage={() => setMessages((count) => count + 1)}
      />
    </>
  );
}
