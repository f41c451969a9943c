/**
 * Messages of the services around the declaration system, in the notation of `goods-item-table.ts`;
 * they have no WCO ids. Facts from the schemas error, FileUploadRequest, FileUploadResponse and
 * FileUploadNotification of HMRC's Customs Declarations API 3.0 (read 2026-11).
 */
export const errorResponseTable = `
errorResponse                    -    1      group                errorResponse
  code                           -    1      plain any            code
  message                        -    1      plain any            message
  errors                         -    0..1   group                errors
    error                        -    1..n   group                errors
      code                       -    1      plain any            code
      message                    -    1      plain any            message
`

export const fileUploadRequestTable = `
FileUploadRequest                -    1      group                fileUploadRequest
  DeclarationID                  -    1      plain some..22       mrn
  FileGroupSize                  -    1      positive             fileGroupSize
  Files                          -    1      group                files
    File                         -    1..n   group                files
      FileSequenceNo             -    1      positive             sequence
      DocumentType               -    0..1   plain any            documentType
      SuccessRedirect            -    0..1   plain any            successRedirect
      ErrorRedirect              -    0..1   plain any            errorRedirect
`

/** The fields of the upload form are those that the storage asks for. */
export const fileUploadResponseTable = `
FileUploadResponse                       - 1    group     fileUploadResponse
  Files                                  - 1    group     files
    File                                 - 1..n all       files
      Reference                          - 1    plain any reference
      UploadRequest                      - 1    all       uploadRequest
        Href                             - 1    plain any href
        Fields                           - 1    group     fields
          Content-Type                   - 0..1 plain any contentType
          x-amz-meta-callback-url        - 0..1 plain any callbackUrl
          x-amz-date                     - 0..1 plain any date
          x-amz-credential               - 0..1 plain any credential
          x-amz-meta-upscan-initiate-response - 0..1 plain any initiateResponse
          x-amz-meta-upscan-initiate-received - 0..1 plain any initiateReceived
          x-amz-meta-request-id          - 0..1 plain any requestId
          x-amz-meta-original-filename   - 0..1 plain any originalFilename
          x-amz-algorithm                - 0..1 plain any algorithm
          key                            - 0..1 plain any key
          acl                            - 0..1 plain any acl
          x-amz-signature                - 0..1 plain any signature
          x-amz-meta-session-id          - 0..1 plain any sessionId
          x-amz-meta-consuming-service   - 0..1 plain any consumingService
          policy                         - 0..1 plain any policy
          success_action_redirect        - 0..1 plain any successRedirect
          error_action_redirect          - 0..1 plain any errorRedirect
`

export const fileUploadNotificationTable = `
Root                             -    1      group                fileUploadNotification
  FileReference                  -    1      plain any            reference
  BatchId                        -    0..1   plain any            batch
  FileName                       -    0..1   plain any            name
  Outcome                        -    1      plain any            outcome
  Details                        -    1      plain any            details
`
