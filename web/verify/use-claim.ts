import { useEffect, useState } from 'preact/hooks';

/** The QR code's claim is in the URL's fragment; ids of page elements are not claims. */
function claimInAddress(): string | undefined {
  const text = location.hash.slice(1);
  return text && !document.getElementById(text) ? text : undefined;
}

/** The claim from the page's URL, or scanned since for the same document. */
export function useClaim(): string | undefined {
  const [claim, setClaim] = useState(claimInAddress);
  useEffect(() => {
    const changed = () => setClaim((before) => claimInAddress() ?? before);
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return claim;
}
