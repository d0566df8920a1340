// A CloudFront Function (cloudfront-js-2.0) at both ends of a viewer's request for a page: mail gateways,
// chat programs and people change addresses. It never sees what stands behind `#`. The token of
// `/sign%23TOKEN` has left the browser already: nothing here logs it, and it is put into no answer.

/** Those of one company; the deployment writes them here. */
var FURTHER = [];
var PAGES = ['/sign', '/console'].concat(FURTHER);
var NOT_FOUND = '/not-found';

/** The page that a path means, whatever case, slashes or encoded fragment it came with. */
function pageAt(uri) {
  if (uri === '/') return '/console';
  var path = uri
    .split(/%(?:25)*23|#/)[0]
    .replace(/\/+$/, '')
    .toLowerCase();
  return PAGES.indexOf(path) < 0 ? NOT_FOUND : path;
}

/**
 * Whether a program loads a file: it asks for no page. A person who opens such an address gets one, whether
 * there is a file or not, because the store's own answer for what is absent could not be replaced here:
 * CloudFront runs no function on an origin's error.
 */
function isLoaded(request) {
  var accept = request.headers.accept ? request.headers.accept.value : '';
  return request.uri.indexOf('/assets/') === 0 && accept.indexOf('text/html') < 0;
}

/** A browser takes what stands behind `#` along to the new address. */
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
