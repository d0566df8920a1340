import { useEffect, useState } from 'preact/hooks';

/** The QR code's claim stands behind the address; what names a part of the page is none. */
function claimInAddress(): string | undefined {
  const text = location.hash.slice(1);
  return text && !document.getElementById(text) ? text : undefined;
}

/** The claim that the page came with, or that was scanned since for the same document. */
export function useClaim(): string | undefined {
  const [claim, setClaim] = useState(claimInAddress);
  useEffect(() => {
    const changed = () => setClaim((before) => claimInAddress() ?? before);
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return claim;
}
