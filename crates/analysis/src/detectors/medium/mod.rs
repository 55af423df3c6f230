//! Changes of medium that nobody needs.
pub(super) mod copying;
pub(super) mod fax_or_mail_relay;
pub(super) mod media_breaks;
pub(super) mod paper_output;
pub(super) mod physical_transport;
pub(super) mod print_and_rekey;
mod printing;
pub(super) mod spreadsheet_relay;
pub(super) mod useless_channel;
