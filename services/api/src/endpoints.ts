import type { Endpoint } from './endpoint.js';
import { acceptSubmissionEndpoint } from './endpoints/accept-submission.js';
import { acknowledgeAlertEndpoint } from './endpoints/acknowledge-alert.js';
import { addReferenceEndpoint } from './endpoints/add-reference.js';
import { adjustScoreEndpoint } from './endpoints/adjust-score.js';
import { closeAlertEndpoint } from './endpoints/close-alert.js';
import { confirmSubmissionEndpoint } from './endpoints/confirm-submission.js';
import { createReceiverEndpoint } from './endpoints/create-receiver.js';
import { escalateAlertEndpoint } from './endpoints/escalate-alert.js';
import { finalizeReportEndpoint } from './endpoints/finalize-report.js';
import { getAlertEndpoint } from './endpoints/get-alert.js';
import { getAliasesEndpoint } from './endpoints/get-aliases.js';
import { getCalendarEndpoint } from './endpoints/get-calendar.js';
import { getClockEndpoint } from './endpoints/get-clock.js';
import { getHistoryTemplateEndpoint } from './endpoints/get-history-template.js';
import { getIndicatorsTemplateEndpoint } from './endpoints/get-indicators-template.js';
import { getOrgsTemplateEndpoint } from './endpoints/get-orgs-template.js';
import { getReportEndpoint } from './endpoints/get-report.js';
import { getReportFileEndpoint } from './endpoints/get-report-file.js';
import { getScoreboardEndpoint } from './endpoints/get-scoreboard.js';
import { getScoreboardCsvEndpoint } from './endpoints/get-scoreboard-csv.js';
import { getScoreboardXlsxEndpoint } from './endpoints/get-scoreboard-xlsx.js';
import { getSubmissionEndpoint } from './endpoints/get-submission.js';
import { getSubmissionTemplateEndpoint } from './endpoints/get-submission-template.js';
import { getTargetsTemplateEndpoint } from './endpoints/get-targets-template.js';
import { grantExtensionEndpoint } from './endpoints/grant-extension.js';
import { issueKeyEndpoint } from './endpoints/issue-key.js';
import { listAlertsEndpoint } from './endpoints/list-alerts.js';
import { listAuditEndpoint } from './endpoints/list-audit.js';
import { listContributionsEndpoint } from './endpoints/list-contributions.js';
import { listDeliveriesEndpoint } from './endpoints/list-deliveries.js';
import { listEvaluationsEndpoint } from './endpoints/list-evaluations.js';
import { listEventsEndpoint } from './endpoints/list-events.js';
import { listFiguresEndpoint } from './endpoints/list-figures.js';
import { listIndicatorsEndpoint } from './endpoints/list-indicators.js';
import { listKeysEndpoint } from './endpoints/list-keys.js';
import { listOrgsEndpoint } from './endpoints/list-orgs.js';
import { listReceiversEndpoint } from './endpoints/list-receivers.js';
import { listReportsEndpoint } from './endpoints/list-reports.js';
import { listScoresEndpoint } from './endpoints/list-scores.js';
import { listSubmissionsEndpoint } from './endpoints/list-submissions.js';
import { listTargetsEndpoint } from './endpoints/list-targets.js';
import { listTimelinessEndpoint } from './endpoints/list-timeliness.js';
import { loadHistoryFileEndpoint } from './endpoints/load-history-file.js';
import { loadIndicatorsFileEndpoint } from './endpoints/load-indicators-file.js';
import { loadOrgsFileEndpoint } from './endpoints/load-orgs-file.js';
import { loadTargetsFileEndpoint } from './endpoints/load-targets-file.js';
import { previewPolicyEndpoint } from './endpoints/preview-policy.js';
import { putAliasesEndpoint } from './endpoints/put-aliases.js';
import { putCalendarEndpoint } from './endpoints/put-calendar.js';
import { putDutyEndpoint } from './endpoints/put-duty.js';
import { putIndicatorEndpoint } from './endpoints/put-indicator.js';
import { putOrgEndpoint } from './endpoints/put-org.js';
import { putPeerGroupEndpoint } from './endpoints/put-peer-group.js';
import { putPersonEndpoint } from './endpoints/put-person.js';
import { putPolicyEndpoint } from './endpoints/put-policy.js';
import { putPolicyScopesEndpoint } from './endpoints/put-policy-scopes.js';
import { rectifyAlertEndpoint } from './endpoints/rectify-alert.js';
import { redeliverEndpoint } from './endpoints/redeliver.js';
import { removeReceiverEndpoint } from './endpoints/remove-receiver.js';
import { requestCloseEndpoint } from './endpoints/request-close.js';
import { requestReportEndpoint } from './endpoints/request-report.js';
import { rerunEvaluationsEndpoint } from './endpoints/rerun-evaluations.js';
import { returnSubmissionEndpoint } from './endpoints/return-submission.js';
import { revokeKeyEndpoint } from './endpoints/revoke-key.js';
import { rotateKeyEndpoint } from './endpoints/rotate-key.js';
import { sendBackEndpoint } from './endpoints/send-back.js';
import { setClockEndpoint } from './endpoints/set-clock.js';
import { setTargetEndpoint } from './endpoints/set-target.js';
import { submitEndpoint } from './endpoints/submit.js';
import { submitBulkEndpoint } from './endpoints/submit-bulk.js';
import { submitFileEndpoint } from './endpoints/submit-file.js';
import { validateSubmissionEndpoint } from './endpoints/validate-submission.js';

/** Every endpoint there is, by name: what is not here is not served. */
export const ENDPOINTS: readonly Endpoint[] = [
  createReceiverEndpoint,
  finalizeReportEndpoint,
  getAlertEndpoint,
  getCalendarEndpoint,
  getClockEndpoint,
  getReportFileEndpoint,
  getReportEndpoint,
  getSubmissionEndpoint,
  issueKeyEndpoint,
  listAlertsEndpoint,
  listAuditEndpoint,
  listDeliveriesEndpoint,
  listEvaluationsEndpoint,
  listEventsEndpoint,
  listFiguresEndpoint,
  listIndicatorsEndpoint,
  listOrgsEndpoint,
  listReceiversEndpoint,
  listReportsEndpoint,
  listSubmissionsEndpoint,
  listTargetsEndpoint,
  putCalendarEndpoint,
  putDutyEndpoint,
  putIndicatorEndpoint,
  putOrgEndpoint,
  putPersonEndpoint,
  putPolicyScopesEndpoint,
  putPolicyEndpoint,
  redeliverEndpoint,
  removeReceiverEndpoint,
  requestReportEndpoint,
  revokeKeyEndpoint,
  setClockEndpoint,
  setTargetEndpoint,
  submitEndpoint,
  submitBulkEndpoint,
  submitFileEndpoint,
  getSubmissionTemplateEndpoint,
  putPeerGroupEndpoint,
  addReferenceEndpoint,
  rerunEvaluationsEndpoint,
  adjustScoreEndpoint,
  previewPolicyEndpoint,
  listScoresEndpoint,
  getScoreboardEndpoint,
  getScoreboardCsvEndpoint,
  getScoreboardXlsxEndpoint,
  listContributionsEndpoint,
  acknowledgeAlertEndpoint,
  rectifyAlertEndpoint,
  requestCloseEndpoint,
  closeAlertEndpoint,
  sendBackEndpoint,
  escalateAlertEndpoint,
  validateSubmissionEndpoint,
  acceptSubmissionEndpoint,
  confirmSubmissionEndpoint,
  returnSubmissionEndpoint,
  listKeysEndpoint,
  rotateKeyEndpoint,
  putAliasesEndpoint,
  getAliasesEndpoint,
  grantExtensionEndpoint,
  listTimelinessEndpoint,
  getOrgsTemplateEndpoint,
  loadOrgsFileEndpoint,
  getIndicatorsTemplateEndpoint,
  loadIndicatorsFileEndpoint,
  getTargetsTemplateEndpoint,
  loadTargetsFileEndpoint,
  getHistoryTemplateEndpoint,
  loadHistoryFileEndpoint,
];
