import { useEffect, useRef } from 'react';

export function News({ product, onUnread }) {
  const element = useRef(null);
  useEffect(() => {
    const node = element.current;
    const tell = (event) => onUnread(event.detail.unread);
    node.addEventListener('whats-new-change', tell);
    return () => node.removeEventListener('whats-new-change', tell);
  }, [onUnread]);
  return <whats-new ref={element} product={product} limit={5} />;
}
