// A CloudFront Function (cloudfront-js-2.0) for viewer requests and responses of pages. It repairs URLs that
// mail gateways, chat programs and people have altered. It never sees the fragment after `#`. In `/sign%23TOKEN`
// the browser has already sent the token: it is neither logged nor put into a response.

/** The company's pages; the deployment inserts them. */
var FURTHER = [];
var PAGES = ['/sign', '/console'].concat(FURTHER);
var NOT_FOUND = '/not-found';

/** The page that a path refers to, ignoring case, extra slashes and an encoded fragment. */
function pageAt(uri) {
  if (uri === '/') return '/console';
  var path = uri
    .split(/%(?:25)*23|#/)[0]
    .replace(/\/+$/, '')
    .toLowerCase();
  return PAGES.indexOf(path) < 0 ? NOT_FOUND : path;
}

/**
 * Whether the browser is loading an asset and not a page. Whoever opens such a URL directly gets a page, whether
 * or not the file exists, because S3's error response could not be replaced here: CloudFront runs no function on
 * an origin's error.
 */
function isLoaded(request) {
  var accept = request.headers.accept ? request.headers.accept.value : '';
  return request.uri.indexOf('/assets/') === 0 && accept.indexOf('text/html') < 0;
}

/** On a redirect, the browser keeps the fragment. */
function redirect(page) {
  return {
    statusCode: 302,
    statusDescription: 'Found',
    headers: { location: { value: page }, 'cache-control': { value: 'no-store' } },
  };
}

function onRequest(request) {
  if (isLoaded(request)) return request;
  var page = pageAt(request.uri);
  var token = /%(?:25)*23|#/.test(request.uri);
  if (page !== NOT_FOUND && page !== request.uri && request.uri !== '/' && !token)
    return redirect(page);
  request.uri = page;
  return request;
}

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name
function handler(event) {
  if (event.context.eventType === 'viewer-request') return onRequest(event.request);
  var response = event.response;
  if (isLoaded(event.request)) return response;
  if (response.statusCode === 200 && pageAt(event.request.uri) === NOT_FOUND) {
    response.statusCode = 404;
    response.statusDescription = 'Not Found';
  }
  return response;
}
