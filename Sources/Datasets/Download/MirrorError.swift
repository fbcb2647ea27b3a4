import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Why one mirror failed; the next one is tried then.
struct MirrorError: Error {
  let reason: String

  init(_ reason: String) { self.reason = reason }

  /// The reason the network reported; on Linux its own descriptions are numbers.
  init(_ error: any Error) {
    let code = (error as? URLError)?.code
    reason =
      switch code {
      case .cannotFindHost?, .dnsLookupFailed?: "there is no host of this name, or no network"
      case .cannotConnectToHost?: "the host cannot be reached or refuses the connection"
      case .networkConnectionLost?: "the connection broke"
      case .notConnectedToInternet?: "there is no network"
      case .timedOut?: "the server took too long"
      case .secureConnectionFailed?, .serverCertificateUntrusted?,
        .serverCertificateHasUnknownRoot?, .serverCertificateHasBadDate?,
        .serverCertificateNotYetValid?:
        "no secure connection could be made"
      case .httpTooManyRedirects?, .redirectToNonExistentLocation?: "the server sends us elsewhere"
      case .badURL?, .unsupportedURL?: "this is not an address that can be asked"
      default: "\(error.localizedDescription)"
      }
  }
}
