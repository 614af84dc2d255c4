import { Interview } from './interview';

export default function Page() {
  return (
    <main>
      <h1>renDev Interview in Next.js</h1>
      <Interview />
    </main>
  );
}
