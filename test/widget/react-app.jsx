import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { News } from '../../src/site/widget-example.jsx';

/** Somebody else's application, which uses the example of the widget's page as it stands there. */
function App() {
  const [unread, setUnread] = useState('none told');
  const [product, setProduct] = useState('app');
  const [isThere, setThere] = useState(true);
  return (
    <main>
      <h1>Ours</h1>
      <output>{unread}</output>
      <button id="other" onClick={() => setProduct('api')}>
        Other product
      </button>
      <button id="away" onClick={() => setThere(!isThere)}>
        Away and back
      </button>
      {isThere && <News product={product} onUnread={setUnread} />}
    </main>
  );
}

createRoot(document.querySelector('#root')).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
