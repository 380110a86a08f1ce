'use client';
import dynamic from 'next/dynamic';

// Not on the server: React 19 gives an element that came from the server neither its properties nor its listeners.
const Story = dynamic(() => import('./story'), { ssr: false });

export default function Page() {
  return <Story />;
}
