import {
  MACHINE_ROUTES,
  type MachineOperation,
  machineRoute,
  SCOPE_OF,
} from '../../shared/contract/api/machine-routes.ts';
import { SENDER_OPERATIONS as OPERATIONS } from '../../shared/contract/api/operations.ts';
import type { AUDIT_ROUTE, SENDER_ROUTES } from '../../shared/contract/api/routes.ts';
import type { Scope } from '../../shared/domain/token/scope.ts';
import type { HttpEvent } from '../../shared/runtime/http-event.ts';
import { type HttpRoute, routeFor } from '../../shared/runtime/http-route.ts';
import type { AdministratorRule, Caller } from './access/caller.ts';
import { makeCallerFrom } from './access/caller.ts';
import type { Once } from './access/once.ts';
import type { makeOperations } from './operations.ts';
import type { makeSettings } from './settings.ts';

type Run = ReturnType<typeof makeOperations> & Record<'settings', ReturnType<typeof makeSettings>>;
type Operation = keyof typeof OPERATIONS;
interface Called {
  readonly caller: Caller;
  readonly idempotencyKey?: string | undefined;
}
type Serve = ReturnType<typeof routeFor<Called>>;

/** Serves an employee: the caller comes from token claims that API Gateway has verified. */
export function servingEmployees(rule: AdministratorRule): Serve {
  const callerFrom = makeCallerFrom(rule);
  return routeFor(async ({ claims }, event) => ({ caller: callerFrom(claims), ...keyOf(event) }));
}

type MachineCaller = (event: HttpEvent, scope: Scope) => Promise<Caller>;

/** Serves a machine that has the operation's scope. */
export const servingMachines =
  (machineCaller: MachineCaller) =>
  (operation: Operation): Serve =>
    routeFor(async (_, event) => ({
      caller: await machineCaller(event, SCOPE_OF[operation as MachineOperation]),
      ...keyOf(event),
    }));

export const employeesRoutes = (run: Run, once: Once, rule: AdministratorRule) =>
  routesOf(run, () => servingEmployees(rule), once);

/** Routes of machines, without those for people alone. */
export function machinesRoutes(
  run: Run,
  once: Once,
  machineCaller: MachineCaller,
): Record<string, HttpRoute> {
  const routes = Object.entries(routesOf(run, servingMachines(machineCaller), once)).map(
    ([route, handle]) => [machineRoute(route), handle] as const,
  );
  return Object.fromEntries(routes.filter(([route]) => Object.hasOwn(MACHINE_ROUTES, route)));
}

const keyOf = ({ headers }: HttpEvent) => ({ idempotencyKey: headers['idempotency-key'] });

const routesOf = (run: Run, of: (operation: Operation) => Serve, once: Once) =>
  ({
    'GET /api/settings': of('settings')(OPERATIONS.settings, run.settings),
    'POST /api/envelopes': of('create')(OPERATIONS.create, once('create', run.create)),
    'GET /api/envelopes': of('list')(OPERATIONS.list, run.list),
    'GET /api/envelopes/{id}': of('show')(OPERATIONS.show, run.show),
    'PUT /api/envelopes/{id}': of('edit')(OPERATIONS.edit, run.edit),
    'DELETE /api/envelopes/{id}': of('discard')(OPERATIONS.discard, run.discard),
    'POST /api/envelopes/{id}/upload': of('upload')(OPERATIONS.upload, once('upload', run.upload)),
    'GET /api/envelopes/{id}/original': of('original')(OPERATIONS.original, run.original),
    'GET /api/envelopes/{id}/suggestions': of('suggestions')(
      OPERATIONS.suggestions,
      run.suggestions,
    ),
    'PUT /api/envelopes/{id}/fields': of('place')(OPERATIONS.place, run.place),
    'PUT /api/envelopes/{id}/values': of('fill')(OPERATIONS.fill, run.fill),
    'PUT /api/envelopes/{id}/draft': of('save')(OPERATIONS.save, run.save),
    'POST /api/envelopes/{id}/send': of('send')(OPERATIONS.send, once('send', run.send)),
    'POST /api/envelopes/{id}/duplicate': of('duplicate')(
      OPERATIONS.duplicate,
      once('duplicate', run.duplicate),
    ),
    'POST /api/envelopes/{id}/void': of('void')(OPERATIONS.void, once('void', run.void)),
    'POST /api/envelopes/{id}/owner': of('handOver')(
      OPERATIONS.handOver,
      once('handOver', run.handOver),
    ),
    'POST /api/envelopes/{id}/parties/{party}/remind': of('remind')(
      OPERATIONS.remind,
      once('remind', run.remind),
    ),
    'POST /api/envelopes/{id}/parties/{party}/resend': of('resend')(
      OPERATIONS.resend,
      once('resend', run.resend),
    ),
    'PUT /api/envelopes/{id}/parties/{party}/contact': of('correct')(
      OPERATIONS.correct,
      run.correct,
    ),
    'GET /api/envelopes/{id}/document': of('document')(OPERATIONS.document, run.document),
    'GET /api/envelopes/{id}/download': of('download')(OPERATIONS.download, run.download),
    'GET /api/envelopes/{id}/ledger': of('ledger')(OPERATIONS.ledger, run.ledger),
    'GET /api/templates': of('listTemplates')(OPERATIONS.listTemplates, run.listTemplates),
    'POST /api/templates': of('newTemplate')(
      OPERATIONS.newTemplate,
      once('newTemplate', run.newTemplate),
    ),
    'GET /api/templates/{id}': of('showTemplate')(OPERATIONS.showTemplate, run.showTemplate),
    'PUT /api/templates/{id}': of('changeTemplate')(OPERATIONS.changeTemplate, run.changeTemplate),
    'DELETE /api/templates/{id}': of('deleteTemplate')(
      OPERATIONS.deleteTemplate,
      run.deleteTemplate,
    ),
    'GET /api/templates/{id}/original': of('templateOriginal')(
      OPERATIONS.templateOriginal,
      run.templateOriginal,
    ),
    'POST /api/templates/{id}/duplicate': of('duplicateTemplate')(
      OPERATIONS.duplicateTemplate,
      once('duplicateTemplate', run.duplicateTemplate),
    ),
    'POST /api/templates/{id}/archive': of('archiveTemplate')(
      OPERATIONS.archiveTemplate,
      once('archiveTemplate', run.archiveTemplate),
    ),
    'POST /api/templates/{id}/envelopes': of('useTemplate')(
      OPERATIONS.useTemplate,
      once('useTemplate', run.useTemplate),
    ),
    'GET /api/templates/{id}/sample': of('templateSample')(
      OPERATIONS.templateSample,
      run.templateSample,
    ),
    'POST /api/templates/{id}/batches': of('newBatch')(
      OPERATIONS.newBatch,
      once('newBatch', run.newBatch),
    ),
    'GET /api/batches': of('listBatches')(OPERATIONS.listBatches, run.listBatches),
    'GET /api/batches/{id}': of('showBatch')(OPERATIONS.showBatch, run.showBatch),
    'POST /api/batches/{id}/start': of('startBatch')(
      OPERATIONS.startBatch,
      once('startBatch', run.startBatch),
    ),
    'POST /api/batches/{id}/stop': of('stopBatch')(
      OPERATIONS.stopBatch,
      once('stopBatch', run.stopBatch),
    ),
    'POST /api/batches/{id}/retry': of('retryBatch')(
      OPERATIONS.retryBatch,
      once('retryBatch', run.retryBatch),
    ),
    'GET /api/batches/{id}/results': of('batchResults')(OPERATIONS.batchResults, run.batchResults),
    'GET /api/contacts': of('listContacts')(OPERATIONS.listContacts, run.listContacts),
    'POST /api/contacts': of('addContact')(
      OPERATIONS.addContact,
      once('addContact', run.addContact),
    ),
    'PUT /api/contacts/{id}': of('changeContact')(OPERATIONS.changeContact, run.changeContact),
    'DELETE /api/contacts/{id}': of('deleteContact')(OPERATIONS.deleteContact, run.deleteContact),
    'GET /api/tokens': of('listTokens')(OPERATIONS.listTokens, run.listTokens),
    'POST /api/tokens': of('newToken')(OPERATIONS.newToken, once('newToken', run.newToken)),
    'DELETE /api/tokens/{id}': of('withdrawToken')(OPERATIONS.withdrawToken, run.withdrawToken),
    'GET /api/webhooks': of('listWebhooks')(OPERATIONS.listWebhooks, run.listWebhooks),
    'POST /api/webhooks': of('newWebhook')(
      OPERATIONS.newWebhook,
      once('newWebhook', run.newWebhook),
    ),
    'PUT /api/webhooks/{id}': of('changeWebhook')(OPERATIONS.changeWebhook, run.changeWebhook),
    'DELETE /api/webhooks/{id}': of('deleteWebhook')(OPERATIONS.deleteWebhook, run.deleteWebhook),
    'POST /api/webhooks/{id}/secret': of('rotateWebhookSecret')(
      OPERATIONS.rotateWebhookSecret,
      once('rotateWebhookSecret', run.rotateWebhookSecret),
    ),
    'POST /api/webhooks/{id}/ping': of('pingWebhook')(
      OPERATIONS.pingWebhook,
      once('pingWebhook', run.pingWebhook),
    ),
    'GET /api/webhooks/{id}/deliveries': of('listWebhookAttempts')(
      OPERATIONS.listWebhookAttempts,
      run.listWebhookAttempts,
    ),
    'POST /api/webhooks/{id}/deliveries/{delivery}/resend': of('resendWebhook')(
      OPERATIONS.resendWebhook,
      once('resendWebhook', run.resendWebhook),
    ),
  }) satisfies Record<Exclude<keyof typeof SENDER_ROUTES, typeof AUDIT_ROUTE>, HttpRoute>;
