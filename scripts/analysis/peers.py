"""Dominators, strongly connected components and reachability of one graph with another library.

Usage: peers.py networkx|rustworkx FILE     (as `analysed FILE arrows 1` prints it)
Prints the processor seconds, without loading, and how many pairs of nodes there are of which one reaches the other.
"""
import sys
import time


def networkx(n, start, arrows):
    import networkx as nx

    graph = nx.DiGraph()
    graph.add_nodes_from(range(n))
    graph.add_edges_from(arrows)

    def order():
        nx.immediate_dominators(graph, start)
        list(nx.strongly_connected_components(graph))
        return sum(len(nx.descendants(graph, node)) for node in graph)

    return order


def rustworkx(n, start, arrows):
    import rustworkx as rx

    graph = rx.PyDiGraph()
    graph.add_nodes_from(range(n))
    graph.add_edges_from_no_data(arrows)

    def order():
        rx.immediate_dominators(graph, start)
        rx.strongly_connected_components(graph)
        return sum(len(rx.descendants(graph, node)) for node in graph.node_indices())

    return order


def main():
    library, file = sys.argv[1:]
    with open(file) as lines:
        n, _, start = (int(number) for number in next(lines).split())
        arrows = [tuple(int(end) for end in line.split()) for line in lines]
    order = {"networkx": networkx, "rustworkx": rustworkx}[library](n, start, arrows)
    began = time.process_time()
    pairs = order()
    print(time.process_time() - began, pairs)


if __name__ == "__main__":
    main()
