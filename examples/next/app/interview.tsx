'use client';

import '@rendev/interview/define';
import '@rendev/interview/jsx';
import { useState } from 'react';

const SERVER = 'http://localhost:3001';

export function Interview() {
  const [state, setState] = useState('idle');
  return (
    <>
      <output id="state">{state}</output>
      <rendev-interview server={SERVER} onstate-change={(event) => setState(event.detail.state)} />
    </>
  );
}
