import CNcurses

/// Lets the terminal be given back also when the calling thread's stack overflows; to be called where a thread begins.
/// After any other fault it is given back without this.
public func guardThread() { bl_give_thread_a_stack() }
