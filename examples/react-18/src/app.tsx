import { RendevInterview } from '@rendev/interview/react';
import { useState } from 'react';

const SERVER = 'http://localhost:3001';

export function App() {
  const [state, setState] = useState('idle');
  const [messages, setMessages] = useState(0);
  return (
    <main>
      <p>
        <output id="state">{state}</output>, <output id="messages">{messages}</output>
      </p>
      <RendevInterview
        server={SERVER}
        onStateChange={(event) => setState(event.detail.state)}
        onMessage={() => setMessages((count) => count + 1)}
      />
    </main>
  );
}
