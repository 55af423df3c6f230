//! Plays a flow through time: people, queues, opening hours and chance. Reads documents, changes nothing.
