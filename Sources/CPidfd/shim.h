// A process by descriptor (pidfd_open(2), Linux 5.3): its number may be given to another process, the descriptor never is.
// syscall(2) is variadic, which Swift cannot call.
#include <signal.h>
#include <stddef.h>
#include <sys/syscall.h>
#include <unistd.h>

static inline int cpidfd_open(pid_t process) { return (int)syscall(SYS_pidfd_open, process, 0); }

static inline int cpidfd_send_signal(int descriptor, int number) {
    return (int)syscall(SYS_pidfd_send_signal, descriptor, number, NULL, 0);
}
